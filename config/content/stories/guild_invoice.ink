desk_{zone()}
{fact("toll"):
- "paid": -> paid
- "fed": -> fed
- "argued": -> argued
- else: -> dodged
}
== paid
refund
~ effect("kept_receipt")
-> DONE
== fed
basket
~ heal(30)
~ give("half_sandwich")
-> DONE
== argued
counsel
* [take_the_case]
  {check("mind", 2):
    won_case
    ~ prize(2)
  - else:
    lost_case
    ~ gold(-8)
  }
* [decline]
  declined
  ~ rep(2)
- -> DONE
== dodged
invoice
* {purse() >= 18} [settle]
  settled
  ~ gold(-18)
  ~ rep(5)
* [dodge_again]
  {check("agility", 1):
    slipped_by
    ~ move(1)
  - else:
    caught
    ~ effect("late_fee")
  }
- -> DONE
