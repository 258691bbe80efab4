package dev.foley.sketch;

import dev.foley.sketch.EffectWord.Names;
import dev.foley.sketch.EffectWord.Qualifies;
import dev.foley.sketch.Phrasebook.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what sounds are wanted, in which order, and how they are to be. Never fails, and always finds at least one sound:
 * words that nobody knows become a texture.
 */
final class EffectReader {
  private static final Pattern THEN = Pattern.compile("\\b(?:and then|then|followed by|afterwards?|after that|before"
      + "|next|finally|dann|danach|gefolgt von|puis|ensuite|suivi de|luego|despues|entonces|seguido de)\\b"
      + "|->|→|;|\\.(?=\\s)|次に|そして|その後");
  private static final Pattern CLAUSE = Pattern.compile("[,:!?()/+&|]|\\b(?:and|with|plus|while|over|as|und|mit"
      + "|et|avec|y|con)\\b|と|、|。");

  private EffectReader() {}

  static List<EffectCue> read(String prompt) {
    String text = Phrasebook.normalise(prompt);
    List<Found<EffectWord>> found = EffectLexicon.phrases().find(text);
    Negation negation = Negation.in(text, found, Names.class::isInstance);
    List<Found<EffectWord>> wanted = found.stream().filter(word -> !negation.covers(word)).toList();
    List<EffectCue> cues = new ArrayList<>();
    int step = 0;
    for (Span span : spans(text, new Span(0, text.length()), THEN)) {
      List<EffectCue> together = step(text, span, wanted, step);
      if (!together.isEmpty()) {
        cues.addAll(together);
        step++;
      }
    }
    if (cues.isEmpty()) {
      Traits traits = wanted.stream().map(Found::meaning).filter(Qualifies.class::isInstance).map(Qualifies.class::cast)
          .map(Qualifies::traits).reduce(Traits.NONE, Traits::and);
      cues.add(new EffectCue(traits.material().map(EffectReader::soundOf).orElse(Sound.TEXTURE), traits, 0));
    }
    return List.copyOf(cues);
  }

  /** What one hears of a material when nothing is said to happen to it. */
  private static Sound soundOf(Material material) {
    return switch (material) {
      case WOOD -> Sound.KNOCK;
      case METAL, STONE -> Sound.IMPACT;
      case GLASS -> Sound.GLASS;
      case GRAVEL, SNOW, GRASS -> Sound.FOOTSTEPS;
      case WATER -> Sound.STREAM;
    };
  }

  /** The sounds of one step, each once, with the adjectives that belong to it. */
  private static List<EffectCue> step(String text, Span span, List<Found<EffectWord>> words, int step) {
    Map<Sound, Traits> sounds = new LinkedHashMap<>();
    Traits waiting = Traits.NONE;
    Traits everywhere = Traits.NONE;
    List<Sound> before = List.of();
    for (Span clause : spans(text, span, CLAUSE)) {
      List<Found<EffectWord>> inside = words.stream().filter(word -> clause.contains(word.start())).toList();
      boolean certain = inside.stream()
          .anyMatch(word -> word.meaning() instanceof Names(Sound _, boolean strong) && strong);
      List<Sound> here = new ArrayList<>();
      for (Found<EffectWord> word : inside) {
        switch (word.meaning()) {
          case Names(Sound sound, boolean strong) -> {
            if (strong || !certain) {
              sounds.merge(sound, waiting, Traits::and);
              here.add(sound);
              waiting = Traits.NONE;
            }
          }
          case Qualifies(Traits traits) -> {
            if (isPlace(traits)) {
              everywhere = everywhere.and(traits);
            } else {
              waiting = waiting.and(traits);
            }
          }
        }
      }
      // What is left follows its noun: "footsteps on gravel", "rain, distant".
      if (!waiting.equals(Traits.NONE) && !(here.isEmpty() && before.isEmpty())) {
        Sound owner = here.isEmpty() ? before.getLast() : here.getLast();
        sounds.merge(owner, waiting, Traits::and);
        waiting = Traits.NONE;
      }
      before = here.isEmpty() ? before : here;
    }
    Traits place = everywhere;
    return sounds.entrySet().stream().map(each -> new EffectCue(each.getKey(), each.getValue().and(place), step))
        .toList();
  }

  private static boolean isPlace(Traits traits) {
    return traits.shades().size() == 1 && traits.shades().containsKey(Trait.ROOM);
  }

  private static List<Span> spans(String text, Span whole, Pattern separator) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = separator.matcher(text).region(whole.start(), whole.end());
    int start = whole.start();
    while (matcher.find()) {
      spans.add(new Span(start, matcher.start()));
      start = matcher.end();
    }
    spans.add(new Span(start, whole.end()));
    return spans;
  }

  private record Span(int start, int end) {
    boolean contains(int index) {
      return start <= index && index < end;
    }
  }
}
