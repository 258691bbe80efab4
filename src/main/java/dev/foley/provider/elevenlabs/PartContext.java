package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What stands before and after a part of a text, so that it is spoken as part of a whole.
 *
 * <p>What was spoken before is named by its requests, three at most, because then the service goes on from the very sound;
 * its own reference lets them win over {@code previous_text}. It can do so only with requests that it keeps, so where it
 * is told to keep none, or did not name them, the text before is sent instead. What comes after has no request yet: that is
 * always text. {@code eleven_v3} refuses all of these fields.
 *
 * @param requestIds of the parts before, oldest first
 * @param before the text before
 * @param after the text after
 * @see "ElevenLabs API: text-to-speech, previous_request_ids; guide Request stitching, 2026"
 */
record PartContext(List<String> requestIds, String before, String after) {
  /** Of a text that is spoken at once, or by a model that takes no context. */
  static final PartContext NONE = new PartContext(List.of(), "", "");
  private static final int MAX_REQUEST_IDS = 3;
  private static final int MAX_CHARACTERS = 1_000;

  PartContext {
    requestIds = List.copyOf(requestIds.subList(Math.max(0, requestIds.size() - MAX_REQUEST_IDS), requestIds.size()));
    before = before.substring(wholeCharacter(before, Math.max(0, before.length() - MAX_CHARACTERS)));
    after = after.substring(0, wholeCharacter(after, Math.min(after.length(), MAX_CHARACTERS)));
  }

  /** Whether the model takes any of this. */
  static boolean suits(String model) {
    return !model.startsWith("eleven_v3");
  }

  private static int wholeCharacter(String text, int index) {
    boolean within = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
        && Character.isHighSurrogate(text.charAt(index - 1));
    return within ? index - 1 : index;
  }

  void addTo(ObjectNode body) {
    if (!requestIds.isEmpty()) {
      requestIds.forEach(body.putArray("previous_request_ids")::add);
    } else if (!before.isBlank()) {
      body.put("previous_text", before);
    }
    if (!after.isBlank()) {
      body.put("next_text", after);
    }
  }

  /** Leaves the words out: this may end up in logs. */
  @Override
  public String toString() {
    return "PartContext[" + requestIds.size() + " requests, " + before.length() + " characters before, "
        + after.length()
        + " after]";
  }
}
