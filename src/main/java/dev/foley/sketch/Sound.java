package dev.foley.sketch;

import dev.foley.sketch.Manner.Again;
import dev.foley.sketch.Manner.Beat;
import dev.foley.sketch.Manner.Going;
import dev.foley.sketch.Manner.Once;

/** Every sound that can be asked for by name: how it is made, how it lies in time, and its usual room. */
@SuppressWarnings("ImmutableEnumChecker") // models are method references without state, manners are records
enum Sound {
  RAIN(Weather::rain, new Going(8, false), 0),
  WIND(Weather::wind, new Going(8, false), 0),
  THUNDER(Weather::thunder, new Again(6, 9, 0.2), 0.8),
  OCEAN(Weather::ocean, new Going(14, true), 0),
  STREAM(Water::stream, new Going(8, false), 0),
  BUBBLES(Water::bubbles, new Going(5, false), 0),
  DRIP(Water::drip, new Beat(0.35, 0.95, 0.25), 1.1),
  SPLASH(Water::splash, new Again(2, 4, 0.15), 0.4),
  FIRE(Crackles::fire, new Going(8, false), 0),
  VINYL(Crackles::vinyl, new Going(8, true), 0),
  STATIC(Crackles::radioStatic, new Going(5, false), 0),
  SPARK(Crackles::spark, new Going(3, false), 0),
  FOOTSTEPS(Footfall::step, new Beat(0.3, 0.56, 0.025), 0.15),
  KNOCK(Doors::knock, new Again(0.8, 2.6, 0.08), 0.35),
  CREAK(Doors::creak, new Again(1.8, 3.2, 0.1), 0.35),
  SLAM(Doors::slam, new Again(1.2, 3.6, 0.1), 1),
  DOOR(Doors::door, new Again(2.2, 5, 0.1), 0.4),
  CHURCH_BELL(Struck::churchBell, new Again(4, 2.4, 0.01), 1.4),
  BELL(Struck::bell, new Again(1.8, 1.6, 0.03), 0.4),
  CHIMES(Struck::chimes, new Again(4, 4, 0.02), 0.8),
  TELEPHONE(Struck::telephone, new Again(2.2, 3.4, 0), 0.2),
  CLOCK(Struck::clock, new Beat(0.12, 0.5, 0.004), 0.2),
  COIN(Struck::coin, new Again(1.3, 2.4, 0.1), 0.25),
  GLASS(Struck::glass, new Again(1.6, 3.5, 0.1), 0.3),
  IMPACT(Blasts::impact, new Again(1.2, 3, 0.1), 0.6),
  EXPLOSION(Blasts::explosion, new Once(4, 11), 1.2),
  GUNSHOT(Blasts::gunshot, new Again(1.2, 2.6, 0.2), 0.8),
  HEARTBEAT(Blasts::heartbeat, new Beat(0.6, 0.86, 0.008), 0),
  WHOOSH(Sweeps::whoosh, new Again(1.3, 2.4, 0.08), 0.3),
  SWISH(Sweeps::swish, new Again(0.42, 1.2, 0.1), 0.25),
  RISER(Sweeps::riser, new Once(5, 40), 0.6),
  DOWNER(Sweeps::downer, new Once(4, 30), 0.8),
  LASER(Sweeps::laser, new Again(0.6, 1.1, 0.15), 0.3),
  BRAAM(Sweeps::braam, new Once(4, 8), 1.8),
  ALARM(Signals::alarm, new Going(4, true), 0),
  SIREN(Signals::siren, new Going(8, true), 0.6),
  BEEP(Signals::beep, new Again(0.25, 0.6, 0), 0),
  BUZZER(Signals::buzzer, new Again(0.8, 1.6, 0), 0),
  CLICK(Signals::click, new Again(0.15, 0.8, 0.1), 0.1),
  NOTIFICATION(Signals::notification, new Again(1.2, 2.6, 0), 0.3),
  GAME_COIN(Signals::gameCoin, new Again(0.5, 0.9, 0), 0),
  JUMP(Signals::jump, new Again(0.4, 0.9, 0), 0),
  POWER_UP(Signals::powerUp, new Again(1.1, 2, 0), 0),
  GAME_OVER(Signals::gameOver, new Once(2, 4), 0),
  ENGINE(Machines::engine, new Going(6, false), 0),
  CAR_PASS(Machines::carPass, new Again(4.5, 5.2, 0.12), 0.3),
  HELICOPTER(Machines::helicopter, new Going(8, true), 0),
  TRAIN(Machines::train, new Going(8, true), 0.3),
  TRAIN_HORN(Machines::trainHorn, new Again(1.8, 3.4, 0.1), 1),
  HUM(Machines::hum, new Going(6, false), 0),
  DRONE(Machines::drone, new Going(10, false), 1),
  BIRDS(Creatures::birds, new Going(8, false), 0.5),
  CRICKETS(Creatures::crickets, new Going(8, true), 0),
  BUZZ(Creatures::buzz, new Going(4, false), 0),
  BARK(Creatures::bark, new Again(0.8, 1.9, 0.3), 0.3),
  HOWL(Creatures::howl, new Again(2.6, 4.5, 0.2), 1.6),
  MEOW(Creatures::meow, new Again(0.9, 2.2, 0.3), 0.2),
  APPLAUSE(People::applause, new Going(6, false), 0.5),
  CROWD(People::crowd, new Going(8, false), 0.5),
  CHEER(People::cheer, new Going(5, false), 0.6),
  TYPING(People::typing, new Going(5, false), 0.1),
  MAGIC(Otherworld::magic, new Again(2, 3, 0.1), 1.6),
  GLITCH(Otherworld::glitch, new Going(2, false), 0),
  TEXTURE(Otherworld::texture, new Going(6, false), 1.4);

  private final SoundModel model;
  private final Manner manner;
  private final double room;

  Sound(SoundModel model, Manner manner, double room) {
    this.model = model;
    this.manner = manner;
    this.room = room;
  }

  SoundModel model() {
    return model;
  }

  Manner manner() {
    return manner;
  }

  /** Decibels above or below its companions: a creak is no match for a slam. */
  double weight() {
    return switch (this) {
      case EXPLOSION, GUNSHOT, THUNDER, SLAM, IMPACT, BRAAM, GLASS -> 3.5;
      case CREAK, CLOCK, CLICK, TYPING, DRIP, CRICKETS, FOOTSTEPS, COIN, KNOCK -> -3;
      default -> 0;
    };
  }

  /** Seconds of reverb that belong to it. */
  double room() {
    return room;
  }
}
