package dev.foley.discord.request;

import dev.foley.discord.interaction.Received;
import dev.foley.generation.policy.Preferences;
import dev.foley.provider.AudioRequest;
import java.util.Optional;

/** What the managers of a server do not allow there. Pure. */
@FunctionalInterface
public interface HouseRules {
  /** A sentence in the member's language; empty if nothing is against the request. */
  Optional<String> refusal(Preferences preferences, Received received, AudioRequest request);
}
