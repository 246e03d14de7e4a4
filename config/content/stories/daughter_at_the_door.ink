milk
~ rep(-10)
-> DONE
