package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectReaderTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "whoosh | WHOOSH", "a fast swoosh | WHOOSH", "big cinematic impact | IMPACT", "a punch | IMPACT", "BOOM | IMPACT",
      "explosions | EXPLOSION", "braaam? braam! | BRAAM", "uplifter | RISER", "downlifter | DOWNER",
      "it is raining | RAIN",
      "drizzle | RAIN", "rolling thunder | THUNDER", "howling wind | WIND", "waves on a beach | OCEAN",
      "a babbling brook | STREAM", "dripping tap | DRIP", "crackling campfire | FIRE", "birdsong | BIRDS",
      "chirping birds | BIRDS", "crickets chirping at night | CRICKETS", "walking on gravel | FOOTSTEPS",
      "knocking on a wooden door | KNOCK", "a creaky door | CREAK", "the door slams shut | SLAM", "door | DOOR",
      "church bells | CHURCH_BELL", "bicycle bell | BELL", "wind chimes | CHIMES", "fire alarm | ALARM",
      "police siren | SIREN", "old telephone ringing | TELEPHONE", "beeping | BEEP", "UI click | CLICK",
      "notification sound | NOTIFICATION", "laser gun | LASER", "zap! | LASER", "motorcycle engine | ENGINE",
      "a car passes by | CAR_PASS", "helicopters | HELICOPTER", "train on rails | TRAIN", "heartbeats | HEARTBEAT",
      "clock ticking | CLOCK", "glass shattering | GLASS", "window breaking | GLASS", "coins | COIN",
      "keyboard typing | TYPING", "applause of an audience | APPLAUSE", "dog barking | BARK", "glitchy glitch | GLITCH",
      "dark drone | DRONE", "sci-fi hum | HUM", "magic sparkles | MAGIC", "sword swish | SWISH", "gun shots | GUNSHOT",
      "radio noise | STATIC", "vinyl crackle | VINYL", "power-up | POWER_UP", "retro game jump | JUMP",
      "game over | GAME_OVER", "8-bit coin | GAME_COIN", "water splash | SPLASH", "Regen | RAIN", "Türknallen | SLAM",
      "Schritte im Schnee | FOOTSTEPS", "bruits de pas | FOOTSTEPS", "tonnerre | THUNDER", "lluvia | RAIN",
      "campana de iglesia | CHURCH_BELL", "足音 | FOOTSTEPS", "拍手 | APPLAUSE", "gravel | FOOTSTEPS", "glass | GLASS",
      "flibbertigibbet | TEXTURE"})
  void findsTheSound(String prompt, Sound sound) {
    assertThat(sounds(prompt)).contains(sound).first().isEqualTo(sound);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"door creaks | CREAK", "crickets chirping | CRICKETS", "metal impact | IMPACT",
      "car engine | ENGINE", "footsteps in water | FOOTSTEPS", "a dog barks | BARK", "rain drops | RAIN"})
  void aVagueWordSaysNothingNextToAPlainOne(String prompt, Sound sound) {
    assertThat(sounds(prompt)).containsExactly(sound);
  }

  @Test
  void putsStepsInOrder() {
    assertThat(EffectReader.read("footsteps, then a door creaks and slams"))
        .extracting(EffectCue::sound, EffectCue::step)
        .containsExactly(tuple(Sound.FOOTSTEPS, 0),
            tuple(Sound.CREAK, 1), tuple(Sound.SLAM, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"knock followed by rain", "knock; rain", "knock -> rain", "knock. then rain",
      "Klopfen, danach Regen", "toc toc puis pluie", "ノック、次に雨", "a knock before the rain"})
  void hearsTheOrderInManyWords(String prompt) {
    assertThat(EffectReader.read(prompt)).extracting(EffectCue::sound).containsExactly(Sound.KNOCK, Sound.RAIN);
    assertThat(EffectReader.read(prompt)).extracting(EffectCue::step).containsExactly(0, 1);
  }

  @Test
  void anAdjectiveBelongsToTheNextSound() {
    List<EffectCue> cues = EffectReader.read("heavy rain with distant thunder");

    assertThat(cues).extracting(EffectCue::sound).containsExactly(Sound.RAIN, Sound.THUNDER);
    assertThat(cues).extracting(cue -> cue.traits().distance()).containsExactly(0.0, 1.0);
    assertThat(cues.getFirst().traits().density()).isGreaterThan(1.5);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"footsteps on gravel | GRAVEL", "walking through snow | SNOW",
      "wooden floor footsteps | WOOD", "footsteps, wood | WOOD", "footsteps in a puddle | WATER"})
  void whatIsLeftBelongsToTheSoundBefore(String prompt, Material material) {
    EffectCue cue = EffectReader.read(prompt).getFirst();

    assertThat(cue.sound()).isEqualTo(Sound.FOOTSTEPS);
    assertThat(cue.traits().material()).contains(material);
  }

  @Test
  void aRoomIsAroundEverything() {
    assertThat(EffectReader.read("footsteps and a knock in a cave"))
        .allSatisfy(cue -> assertThat(cue.traits().shade(Trait.ROOM)).isEqualTo(3.4));
  }

  @Test
  void knowsTheOppositeOfEveryQuality() {
    assertThat(traits("fast knock").pace()).isGreaterThan(1.3);
    assertThat(traits("slow knock").pace()).isLessThan(0.8);
    assertThat(traits("big knock").pitch()).isLessThan(0.8);
    assertThat(traits("tiny knock").pitch()).isGreaterThan(1.2);
    assertThat(traits("high knock").pitch()).isGreaterThan(1.3);
    assertThat(traits("low knock").pitch()).isLessThan(0.8);
    assertThat(traits("long knock").length()).isGreaterThan(1.5);
    assertThat(traits("short knock").length()).isLessThan(0.7);
    assertThat(traits("loud knock").level()).isPositive();
    assertThat(traits("soft knock").level()).isNegative();
    assertThat(traits("metallic knock").isMadeOf(Material.METAL)).isTrue();
  }

  @Test
  void counts() {
    assertThat(traits("three knocks").count()).isEqualTo(OptionalInt.of(3));
    assertThat(traits("12 beeps").count()).isEqualTo(OptionalInt.of(12));
    assertThat(traits("knocks").count()).isEmpty();
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    assertThat(sounds("rain without thunder")).containsExactly(Sound.RAIN);
    assertThat(sounds("forest, no birds or crickets, but wind")).doesNotContain(Sound.CRICKETS).contains(Sound.WIND);
  }

  @Test
  void namesASoundOnce() {
    assertThat(sounds("rain, heavy rain, raining")).containsExactly(Sound.RAIN);
  }

  @Test
  void findsNoWordInsideAnother() {
    assertThat(sounds("drainage, brainwave, carpet")).containsExactly(Sound.TEXTURE);
  }

  private static Traits traits(String prompt) {
    return EffectReader.read(prompt).getFirst().traits();
  }

  private static List<Sound> sounds(String prompt) {
    return EffectReader.read(prompt).stream().map(EffectCue::sound).toList();
  }
}
