package dev.foley.discord.request;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.generation.Drafts;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.provider.ModelCatalogue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Everything by which members ask for sounds: the commands, and the buttons, forms and menu of what came of them. */
public final class Requests {
  private Requests() {}

  /**
   * What does the work, and keeps it.
   *
   * @param work runs tasks that wait; throws {@link java.util.concurrent.RejectedExecutionException} rather than letting them queue
   * @param random thread-safe
   */
  public record Means(ModelCatalogue catalogue, Generations generations, Drafts drafts, Intake intake,
      Executor work, Supplier<GenerationId> ids, InstantSource clock, RandomGenerator random) {}

  /**
   * What may stand against a request.
   *
   * @param rules of the place
   * @param gates the limits that are looked at while a request is recorded
   */
  public record Bounds(Limits limits, Tariff tariff, PreferenceSource preferences, HouseRules rules, Gates gates) {}

  public static Interactions of(Means means, Bounds bounds) {
    ModelCatalogue catalogue = means.catalogue();
    Drafts drafts = means.drafts();
    Refusals refusals = new Refusals(catalogue);
    Intake intake = means.intake();
    Voices voices = new Voices(catalogue, new VoiceDirectory(means.work(), means.clock()));
    OrderDesk desk = new OrderDesk(means.generations(), drafts, bounds.gates(),
        new CostQuestion(catalogue, bounds.limits(), bounds.tariff()), means.ids(), means.clock());
    Ordering ordering = new Ordering(bounds.preferences(), refusals, bounds.rules(), desk, intake);
    EarlierRequests requests = new EarlierRequests(means.generations(), drafts, intake);
    DraftPresses draftPresses = new DraftPresses(drafts, intake);
    Corrections corrections = new Corrections(drafts, means.ids(), means.clock(), intake);
    ChangeForm edit = new ChangeForm(ChangeForm.Purpose.EDIT, catalogue, requests, voices, refusals, ordering,
        corrections);
    ChangeForm remix = new ChangeForm(ChangeForm.Purpose.REMIX, catalogue, requests, voices, refusals, ordering,
        corrections);

    List<Command> commands = new ArrayList<>();
    for (CommandForm form : CommandForm.values()) {
      if (!catalogue.models(form.kind()).isEmpty()) {
        commands.add(new SoundCommand(form, catalogue, bounds.preferences(), voices, refusals, ordering));
      }
    }
    return new Interactions(commands, List.of(new RemixMenu(requests, remix)),
        List.of(new CancelButton(means.generations(), intake), new RetryButton(requests, ordering),
            new AgainButton(requests, ordering, catalogue, means.random()), new EditButton(requests, edit),
            new LongerButton(requests, ordering, catalogue), new DeleteButton(requests, intake),
            new ConfirmButton(draftPresses, ordering, desk, intake), new DismissButton(draftPresses, drafts, intake)),
        List.of(), List.of(edit, remix));
  }
}
