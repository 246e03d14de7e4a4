lamp_{zone()}
{fact("held_mic"):
- "waited": -> waited
- "left": -> left
- else: -> took
}
== waited
commentary
{fact("lurker") == "greeted": counter}
~ reveal(10)
~ effect("crowd_surf")
~ effect("cue_cards")
-> DONE
== left
lost_feed
* [carry_on]
  {chance(50):
    signal
    ~ prize(2)
  - else:
    snow
    ~ influence(-4)
  }
* [say_sorry]
  sorry
  ~ rep(5)
  ~ remember("held_mic", "forgiven")
- -> DONE
== took
{has("ghost_mic"): -> still_on}
hum
~ effect("glass_pockets")
-> DONE
== still_on
open_mic
~ effect("glass_pockets")
~ take("ghost_mic")
~ influence(6)
-> DONE
