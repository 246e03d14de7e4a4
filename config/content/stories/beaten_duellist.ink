duellist
* [parry]
  -> bout("agility")
* [lunge]
  -> bout("strength")
* [bow]
  bowed
  ~ remember("duellist", "none")
  -> DONE
== bout(what)
{check(what, 0):
  // The door is open, the blade is at hand. What is done next is the answer, and nobody says so.
  down
  ~ give("last_thrust")
- else:
  touched
  ~ harm(10)
  ~ remember("duellist", "lost")
}
-> DONE
