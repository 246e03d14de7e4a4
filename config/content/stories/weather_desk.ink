desk
* [sunny_spell]
  sun
  ~ heal(15)
  ~ effect("warm_front")
  ~ remember("weather", "sun")
* [light_rain]
  rain
  ~ gold(10)
  ~ remember("weather", "rain")
* [fog]
  fog_comes
  ~ effect("lunch_truce")
  ~ remember("weather", "fog")
- -> DONE
