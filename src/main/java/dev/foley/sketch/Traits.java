package dev.foley.sketch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a sound is to be, as far as the words say.
 *
 * @param shades by trait; one that was not mentioned is absent
 * @param count how many times: "three knocks"
 */
record Traits(Map<Trait, Double> shades, Optional<Material> material, OptionalInt count) {
  static final Traits NONE = new Traits(Map.of(), Optional.empty(), OptionalInt.empty());

  Traits {
    shades = Map.copyOf(shades);
  }

  /** Both together: numbers add up, and of two materials the later one stays. */
  Traits and(Traits more) {
    Map<Trait, Double> sum = new EnumMap<>(Trait.class);
    sum.putAll(shades);
    more.shades.forEach((trait, value) -> sum.merge(trait, value, Double::sum));
    return new Traits(sum, more.material.or(() -> material), more.count.isPresent() ? more.count : count);
  }

  /** What the words add up to, 0 if they say nothing. */
  double shade(Trait trait) {
    return shades.getOrDefault(trait, 0.0);
  }

  /** The same for octaves: no adjective, however often repeated, changes more than two. */
  private double octaves(Trait trait) {
    return Math.max(-2, Math.min(2, shade(trait)));
  }

  /** 0 near to 1 far. */
  double distance() {
    return Math.max(0, Math.min(1, shade(Trait.DISTANCE)));
  }

  /** Factor on frequencies: what is big is low. */
  double pitch() {
    return Dsp.exp2(octaves(Trait.PITCH) - 0.5 * octaves(Trait.SIZE));
  }

  /** Factor on speeds. */
  double pace() {
    return Dsp.exp2(octaves(Trait.PACE));
  }

  /** Factor on durations: what is big takes longer. */
  double length() {
    return Dsp.exp2(octaves(Trait.LENGTH) + 0.4 * octaves(Trait.SIZE));
  }

  /** Factor on how many. */
  double density() {
    return Dsp.exp2(octaves(Trait.DENSITY));
  }

  /** Decibels. */
  double level() {
    return Math.max(-12, Math.min(6, shade(Trait.LEVEL))) - 9 * distance();
  }

  boolean isMadeOf(Material one) {
    return material.filter(one::equals).isPresent();
  }
}
