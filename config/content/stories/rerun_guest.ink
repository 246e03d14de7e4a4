guest
* {purse() >= 12} [buy_a_ticket]
  laughs
  ~ gold(-12)
  ~ die(8)
  ~ remember("rerun", "paid")
* [answer_question]
  {check("mind", 1):
    applause
    ~ prize(1)
  - else:
    wrong_year
    ~ harm(5)
  }
  ~ remember("rerun", "guest")
* [change_channel]
  click
  ~ remember("rerun", "left")
- -> DONE
