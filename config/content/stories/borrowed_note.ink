choir
* [low_note]
  -> sung(40)
* [high_note]
  -> sung(60)
* [rest]
  bar_of_rest
  ~ rep(3)
  ~ remember("note", "rest")
  -> DONE
== sung(odds)
~ remember("note", "sung")
{chance(odds):
  in_tune
  ~ effect("perfect_pitch")
  ~ rep(5)
- else:
  sharp
  ~ effect("out_of_tune")
}
-> DONE
