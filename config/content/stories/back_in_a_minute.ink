ghost_returns
{take("ghost_mic"): mic_back}
~ rep(10)
-> DONE
