package dev.foley.generation.policy;

import dev.foley.generation.ChannelId;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the managers of a server have set, as it counts in one of its channels.
 *
 * @param models what is taken where a member names no model
 * @param channels where it may be asked for sounds; empty for everywhere
 * @param roles who may ask, one of these roles being enough; empty for everybody
 * @param memberBudget of each member, in this server
 * @param guildBudget of all members together
 * @param confirmAbove credits above which a member is asked before anything is submitted
 * @param blockedWords that may not stand in a prompt, in lower case
 * @param language of what all members of a channel read; empty for that of who asks
 * @param voiceMessages whether speech is posted as a voice message
 */
public record Preferences(Map<SoundKind, ModelId> models, Set<ChannelId> channels, Set<Long> roles, Budget memberBudget,
    Budget guildBudget, Optional<BigDecimal> confirmAbove, OptionalInt pendingPerMember, OptionalInt pendingPerChannel,
    Optional<Duration> cooldown, List<String> blockedWords, Optional<Locale> language, boolean voiceMessages) {
  /** Of direct messages, and of a server whose managers have set nothing. */
  public static final Preferences NONE = new Preferences(Map.of(), Set.of(), Set.of(), Budget.UNLIMITED,
      Budget.UNLIMITED, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), List.of(),
      Optional.empty(), false);

  public Preferences {
    models = Map.copyOf(models);
    channels = Set.copyOf(channels);
    roles = Set.copyOf(roles);
    blockedWords = List.copyOf(blockedWords);
  }
}
