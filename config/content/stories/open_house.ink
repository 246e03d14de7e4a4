keeper
* [hold_the_room]
  // Whether the room was held is seen by how the fight ends.
  doors
  ~ fight("", "waves")
* [carry_the_piano]
  {check("strength", 1):
    piano_out
    ~ gold(14)
  - else:
    piano_stuck
    ~ harm(10)
  }
  ~ remember("room", "carried")
* [excuse_yourself]
  excused
  ~ remember("room", "left")
- -> DONE
