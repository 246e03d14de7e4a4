stand
* [take_best]
  best
  ~ give("prop_umbrella")
  ~ rep(-5)
  ~ remember("umbrella", "best")
* [take_broken]
  broken
  ~ gold(10)
  ~ rep(5)
  ~ remember("umbrella", "broken")
* [leave_own]
  left_one
  ~ harm(5)
  ~ rep(10)
  ~ parcel("prop_umbrella")
  ~ remember("umbrella", "left")
- -> DONE
