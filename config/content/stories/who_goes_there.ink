asks_who
* [own_name]
  ~ remember("signature", "self")
* [nobody]
  ~ remember("signature", "nobody")
* {rival() != ""} [rival_name]
  ~ remember("signature", rival())
-
// Small talk, by the look of it. It was a signature.
pleased
~ shard("earth")
-> DONE
