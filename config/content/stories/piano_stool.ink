tune_{zone()}
{fact("room"):
- "held": -> held
- "carried": -> carried
- else: -> missing
}
== held
concert
~ effect("umbrella_up")
~ prize(2)
-> DONE
== carried
seat
~ die(6)
-> DONE
== missing
wrong_note
* [apologise]
  accepted
  ~ rep(5)
* [sing_along]
  {check("luck", 1):
    encore
    ~ influence(8)
  - else:
    silence
  }
- -> DONE
