credits
* [thank_the_crew]
  thanks
  ~ influence(8)
  ~ rep(5)
  ~ remember("lurker", "greeted")
* [skip]
  skipped
  ~ move(1)
  ~ remember("lurker", "skipped")
* [look_for_own_name]
  found_name
  ~ heal(10)
  ~ reveal(5)
  ~ remember("lurker", "vain")
- -> DONE
