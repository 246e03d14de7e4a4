cook
~ give("vending_soup")
~ remember("canteen", "fed")
-> DONE
