ghost_live
// Rolling at once, waiting, using or selling the microphone: each of them is an answer.
~ give("ghost_mic")
-> DONE
