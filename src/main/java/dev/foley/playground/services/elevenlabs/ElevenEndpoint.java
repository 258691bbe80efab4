package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.util.Set;

/** A call that is answered with sound. Thread-safe. */
interface ElevenEndpoint {
  /** The field with the words. */
  String promptField();

  /** All fields that the schema names. */
  Set<String> fields();

  /**
   * Reads a request of somebody whose key is good.
   *
   * @throws InvalidFields if the schema does not allow it
   * @throws Refusal if something else is against it
   */
  ElevenOrder read(Context ctx, JsonNode body) throws InvalidFields, Refusal;
}
