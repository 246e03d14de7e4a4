parcel
* [deliver]
  delivered
  ~ parcel("half_sandwich")
  ~ rep(6)
  ~ rival_rep(3)
  ~ remember("parcel", "delivered")
* [shake]
  {chance(50):
    rattles
    ~ gold(14)
  - else:
    empty_box
    ~ give("scrap_of_cloud")
  }
  ~ rep(-3)
  ~ remember("parcel", "opened")
* [forward_it]
  posted
  ~ influence(4)
  ~ remember("parcel", "posted")
- -> DONE
