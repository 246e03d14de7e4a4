booth
* {purse() >= 10} [pay]
  receipt
  ~ gold(-10)
  ~ remember("toll", "paid")
  ~ reveal(6)
* [argue]
  {check("mind", 1):
    clause
    ~ gold(12)
    ~ remember("toll", "argued")
  - else:
    appendix
    ~ gold(-6)
    ~ remember("toll", "argued")
  }
* {has("food")} [share_lunch]
  lunch
  ~ take("food")
  ~ rep(8)
  ~ remember("toll", "fed")
* [duck_under]
  ducked
  ~ remember("toll", "dodged")
- -> DONE
