inspector
* {has("paper")} [show_paper]
  stamped
  ~ gold(10)
  ~ remember("meter", "proved")
* [pay_meter]
  paid_up
  ~ gold(-10)
  ~ effect("thick_skin")
  ~ remember("meter", "paid")
* [hide_in_boiler]
  {check("agility", 1):
    cosy
    ~ heal(20)
  - else:
    found_out
    ~ harm(10)
  }
  ~ remember("meter", "hid")
- -> DONE
