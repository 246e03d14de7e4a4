apprentice
* [left_button]
  -> pressed
* [right_button]
  -> pressed
* [ask_the_devil]
  senior
  ~ reveal(6)
  ~ remember("buttons", "asked")
  -> DONE
== pressed
~ remember("buttons", "pressed")
{chance(50):
  warm_floor
  ~ effect("preheated")
  ~ rep(5)
- else:
  whistle
  ~ move(-2)
  ~ gold(12)
}
-> DONE
