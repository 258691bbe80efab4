package dev.foley.discord.look;

import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.generation.LedgerEntry;
import dev.foley.provider.ModelCatalogue;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** Tells everything that is known of a request, to who asks alone. */
final class Details {
  private final KnownRequests requests;
  private final History history;
  private final Ledger ledger;
  private final ModelCatalogue catalogue;
  private final Intake intake;

  Details(KnownRequests requests, History history, Ledger ledger, ModelCatalogue catalogue, Intake intake) {
    this.requests = requests;
    this.history = history;
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.intake = intake;
  }

  /**
   * Does not block.
   *
   * @param id of any take, which the member has seen on a message
   */
  <E extends GenericInteractionCreateEvent & IReplyCallback> void tell(E event, GenerationId id) {
    Viewer viewer = Viewer.of(Received.of(event));
    intake.take(event, Deferral.of(event, true), hook -> tell(hook, viewer, id), PrivateAnswer::say);
  }

  private void tell(InteractionHook hook, Viewer viewer, GenerationId id) {
    Optional<List<Generation>> found = requests.find(id);
    if (found.isEmpty()) {
      PrivateAnswer.say(hook, Messages.of(viewer.origin().locale(), LookText.DETAILS_GONE));
    } else if (!viewer.mayRead(found.get().getFirst())) {
      PrivateAnswer.say(hook, Messages.of(viewer.origin().locale(), LookText.DETAILS_PRIVATE));
    } else {
      List<Generation> takes = found.get();
      List<LedgerEntry> lines = takes.stream().flatMap(take -> ledger.entries(take.id()).stream()).toList();
      PrivateAnswer.put(hook, new DetailsCard(viewer, catalogue)
          .of(takes, lines, Kin.of(takes.getFirst(), requests, history)));
    }
  }
}
