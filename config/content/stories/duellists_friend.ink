{fact("duellist") == "spared": -> spared}
killed_{zone()}
girl
* {purse() >= 25} [give_back]
  taken
  ~ gold(-25)
  ~ rep(10)
  ~ remember("girl", "paid")
* [look_away]
  shut
  ~ effect("tourist_price")
  ~ remember("girl", "ignored")
- -> DONE
== spared
friend_{zone()}
~ effect("good_neighbors")
~ rep(5)
-> DONE
