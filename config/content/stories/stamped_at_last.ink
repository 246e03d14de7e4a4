clerk_{zone()}
{fact("window") == "stamped": -> stamped}
expired
* {purse() >= 10} [new_ticket]
  queue_again
  ~ gold(-10)
  ~ effect("rain_check")
* [no_ticket]
  waved_on
- -> DONE
== stamped
seal
~ die(10)
~ heal(30)
-> DONE
