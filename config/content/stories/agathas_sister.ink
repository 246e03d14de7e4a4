{fact("agathas_ladder"):
- "returned": -> returned
- "sold": -> sold
- else: -> kept
}
== returned
here_{zone()}
jam
~ heal(50)
~ move(3)
-> DONE
== sold
here_{zone()}
shelf
* {purse() >= 30} [buy_back]
  bought
  ~ gold(-30)
  ~ give("borrowed_ladder")
  ~ rep(10)
* [walk_by]
  walked
  ~ effect("tourist_price")
- -> DONE
== kept
here_{zone()}
asks
* {has("borrowed_ladder")} [hand_over]
  handed
  ~ take("borrowed_ladder")
  ~ rep(10)
* [shrug]
  noted
  ~ effect("tourist_price")
- -> DONE
