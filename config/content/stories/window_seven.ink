queue
~ remember("window", "queued")
-> DONE
