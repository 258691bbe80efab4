package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A voice of the account.
 *
 * @param plan the smallest that may use it
 * @param speaker the synthesiser's voice that is heard instead
 */
record ElevenVoice(String id, String name, String gender, String age, String accent, String manner, String use,
    String category, ElevenPlan plan, String speaker) {
  /** Invented, but for the id and the name of the first, which the service's own samples use. */
  static final List<ElevenVoice> ALL = """
      JBFqnCBsd6RMkjVDRZzb|George|male|middle-aged|british|warm|narration|premade|FREE|otto
      Av0qLm3XtR7yUe2WnB9k|Ada|female|young|american|clear|informative|premade|FREE|mira
      Br8dKp5ZsC1oVg6TjH4a|Bruno|male|old|italian|gravelly|characters|premade|FREE|otto
      Ce2wNx9QfY4iSm7LuD0b|Celia|female|middle-aged|irish|gentle|narration|premade|FREE|mira
      Da6tJr1MhE8zGv3PkX5c|Dario|male|young|spanish|lively|conversational|premade|FREE|kal
      El4yBs7UnW2qOf9RcT6d|Elin|female|young|swedish|bright|social media|premade|FREE|pip
      Fe9aHv3GlK5xZj8YoQ1e|Fergus|male|middle-aged|scottish|rough|characters|premade|FREE|otto
      Gr1mTd6ViP0sLb4XwN7f|Greta|female|old|german|strict|characters|premade|FREE|mira
      Ha5kEc8SrA3uJy2FzM9g|Hana|female|young|japanese|soft|conversational|premade|FREE|pip
      Ig7oWq2DtB6nCx5HvL0h|Igor|male|old|russian|deep|characters|premade|FREE|otto
      Ju3fYz9KgU1eRm4QpS8i|Juno|neutral|young|american|level|informative|premade|FREE|kal
      Ka8lXb5OjT7cVd0NwE2j|Kai|male|young|australian|easy-going|social media|premade|FREE|kal
      Li0sGn4PrF9hMa6ZyU3k|Lila|female|young|indian|cheerful|conversational|premade|FREE|mira
      Ma2vQi7CkJ5wBt1XdO8l|Marlow|male|middle-aged|american|confident|advertisement|premade|FREE|kal
      Ne6zRu0TeL3gHp9SfY4m|Nell|female|old|british|kind|narration|premade|FREE|mira
      Os1bDj8WvA4rKx7GnC5n|Osric|male|old|british|solemn|audiobook|premade|FREE|otto
      Pi5hUm2EqZ9tLo6IyB0o|Pippa|female|child|british|eager|characters|premade|FREE|pip
      Qu9cSw3RgN7fVe1JdK4p|Quentin|male|middle-aged|french|dry|informative|premade|FREE|kal
      Ro4xPa6YlH0bTz8MuI2q|Rosa|female|middle-aged|mexican|warm|conversational|premade|FREE|mira
      Si7nOk1BtQ5jWd3CvG9r|Silas|male|middle-aged|american|hushed|audiobook|premade|FREE|otto
      Ta3eFy9ZrX2sLp6HmU8s|Tamsin|female|young|british|brisk|news|premade|FREE|pip
      Un0iJc5KwD7vEb4NqT1t|Unit Seven|neutral|ageless|none|mechanical|characters|premade|FREE|unit
      Va8gMh2SoR6uAz9PxY3u|Vance|male|middle-aged|southern american|slow|narration|professional|CREATOR|otto
      We1rTl4FnB0kCj7QdV5v|Wendeline|female|old|american|wise|audiobook|professional|CREATOR|mira
      Xa6pGz8LyE3wIs5UhO2w|Xanthe|female|young|greek|ironic|characters|generated|FREE|pip
      Zo2dKu9HvM4aRb1XtN7x|Zoltan|male|old|hungarian|theatrical|characters|generated|FREE|otto
      """.lines().map(ElevenVoice::read).toList();

  private static ElevenVoice read(String line) {
    String[] part = line.split("\\|", -1);
    return new ElevenVoice(part[0], part[1], part[2], part[3], part[4], part[5], part[6], part[7],
        ElevenPlan.valueOf(part[8]), part[9]);
  }

  static Optional<ElevenVoice> of(String id) {
    return ALL.stream().filter(voice -> voice.id.equals(id)).findFirst();
  }

  /** Whether name, description or a label has this text. */
  boolean mentions(String text) {
    return Stream.of(name, gender, age, accent, manner, use, category)
        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
  }

  /** The later in the list, the newer. */
  long createdAtUnix() {
    return 1_700_000_000L + 86_400L * ALL.indexOf(this);
  }

  ObjectNode json() {
    ObjectNode voice = JsonNodeFactory.instance.objectNode().put("voice_id", id).put("name", name)
        .put("category", category);
    voice.putObject("labels").put("accent", accent).put("descriptive", manner).put("age", age).put("gender", gender)
        .put("language", "en").put("use_case", use);
    voice.putNull("description").putNull("preview_url");
    var tiers = voice.putArray("available_for_tiers");
    if (plan != ElevenPlan.FREE) {
      Arrays.stream(ElevenPlan.values()).filter(other -> other.includes(plan))
          .forEach(other -> tiers.add(other.tier()));
    }
    voice.putArray("high_quality_base_model_ids").add(ElevenModel.USUAL);
    return voice.putNull("settings").put("is_owner", false).put("is_legacy", false)
        .put("created_at_unix", createdAtUnix());
  }
}
