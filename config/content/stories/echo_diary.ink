wall_speaks
~ remember("echo", "met")
-> DONE
