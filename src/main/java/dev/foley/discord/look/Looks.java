package dev.foley.discord.look;

import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.generation.Expectation;
import dev.foley.generation.Generations;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.ModelCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** Everything by which members look at what is under way and at what was made before. */
public final class Looks {
  private Looks() {}

  /** What is looked at. */
  public record Means(ModelCatalogue catalogue, Generations generations, History history, Ledger ledger,
      AudioSpool spool, Expectation expectation, DiscordReplies replies, InstantSource clock) {}

  /** @param work runs tasks that wait; throws {@link java.util.concurrent.RejectedExecutionException} rather than letting them queue */
  public static Interactions of(Means means, Intake intake, Executor work) {
    KnownRequests requests = new KnownRequests(means.generations());
    Queue queue = new Queue(means.generations(), means.expectation(), means.clock());
    HistoryPages pages = new HistoryPages(means.history(), requests);
    Show show = new Show(requests, means.history(), new KeptTakes(means.spool()), means.replies(), intake);
    ShowButton showButton = new ShowButton(show);
    Details details = new Details(requests, means.history(), means.ledger(), means.catalogue(), intake);
    return new Interactions(
        List.of(new QueueCommand(queue, intake), new ShowCommand(show, means.history(), work, means.clock()),
            new HistoryCommand(pages, intake, means.clock())),
        List.of(new DetailsMenu(details)),
        List.of(new QueueButton(queue, means.generations(), intake), new HistoryButton(pages, intake, means.clock()),
            showButton, new DetailsButton(details)),
        List.of(showButton), List.of());
  }
}
