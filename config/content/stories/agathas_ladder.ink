boy
* [climb]
  {check("agility", 1):
    climbed
    ~ rep(5)
    ~ die(4)
  - else:
    slipped
    ~ harm(10)
  }
  ~ remember("agathas_ladder", "none")
* [cut]
  {reach() == "far":
    vine_falls
    ~ rep(5)
    ~ gold(10)
  - else:
    vine_holds
    ~ harm(5)
  }
  ~ remember("agathas_ladder", "none")
* [borrow]
  // Nobody asks for it back: what becomes of the ladder is seen by what is done with it.
  marked
  ~ give("borrowed_ladder")
  ~ remember("agathas_ladder", "kept")
- -> DONE
