courier_{zone()}
{fact("signature"):
- "self": -> self
- "nobody": -> nobody
- else: -> other
}
== self
for_you
~ prize(2)
-> DONE
== nobody
no_list
~ effect("umbrella_up")
~ effect("cue_cards")
-> DONE
== other
sent_on
~ parcel("half_sandwich")
~ rep(5)
~ rival_rep(5)
~ truce()
-> DONE
