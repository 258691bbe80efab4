package dev.foley.playground.demo;

import dev.foley.playground.Playground;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.ModalView;
import dev.foley.playground.services.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a script on a playground, line after line, in the place of the members. What a member is refused by the client, or by
 * silence, fails the script unless the next line expects it. For one thread.
 */
final class ScriptRun {
  private static final String FIRST_MEMBER = "mia";
  private static final String FIRST_CHANNEL = "music";

  private final Playground playground;
  private final MemberControl control;
  private final Conversation conversation;
  private final Watch watch;
  private final Patience patience;
  private final ScriptedBot bot;
  private final Map<String, String> filled = new LinkedHashMap<>();
  private Watch.Seat seat = new Watch.Seat(FIRST_MEMBER, FIRST_CHANNEL);
  private @Nullable String interaction;
  private @Nullable String opener;
  private @Nullable String pressed;
  private String trouble = "";

  /** Takes the bot's process down and up again. */
  interface ScriptedBot {
    void restart() throws IOException, InterruptedException, TimeoutException;
  }

  /** How long a script waits for an answer that is due at once, and for a sound. */
  record Patience(Duration answer, Duration result) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(2));
  }

  ScriptRun(Playground playground, Conversation conversation, Watch watch, Patience patience, ScriptedBot bot) {
    this.playground = playground;
    this.control = playground.discord().control();
    this.conversation = conversation;
    this.watch = watch;
    this.patience = patience;
    this.bot = bot;
  }

  /** @throws DemoException naming the line at which it went otherwise than the script says */
  void perform(Script script) throws DemoException, IOException, InterruptedException {
    for (Script.Numbered numbered : script.lines()) {
      try {
        if (!trouble.isEmpty() && !(numbered.line() instanceof ScriptLine.Expect)) {
          throw new DemoException("the line before was refused: " + trouble);
        }
        perform(numbered.line());
      } catch (DemoException | IllegalArgumentException | TimeoutException e) {
        throw new DemoException(
            script.name() + ":" + numbered.number() + ": " + numbered.text() + "\n" + e.getMessage());
      }
    }
    if (!trouble.isEmpty()) {
      throw new DemoException(script.name() + ": the last line was refused: " + trouble);
    }
  }

  private void perform(ScriptLine line) throws DemoException, IOException, InterruptedException, TimeoutException {
    switch (line) {
      case ScriptLine.Heading(String text) -> conversation.heading(text);
      case ScriptLine.Command(String text) -> command(text);
      case ScriptLine.Press(String button) -> press(button);
      case ScriptLine.Choose(String select, List<String> labels) -> choose(select, labels);
      case ScriptLine.Menu(String command) -> menu(command);
      case ScriptLine.Fill(String field, String text) -> fill(field, text);
      case ScriptLine.Submit() -> submit();
      case ScriptLine.As(String member) -> as(member);
      case ScriptLine.In(String channel) -> in(channel);
      case ScriptLine.InDirect() -> seat = new Watch.Seat(seat.member(), "@" + seat.member());
      case ScriptLine.Language(String locale) -> playground.discord().world().setLocale(seat.member(), locale);
      case ScriptLine.RestartBot() -> {
        conversation.heading("kill -9, and a new start");
        bot.restart();
      }
      case ScriptLine.NextJobFails() -> {
        var _ = playground.aimlApi().faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT),
            1);
      }
      case ScriptLine.DeleteMessage() -> control.deleteMessage(seat.channel(), newest().id());
      case ScriptLine.AwaitResult() -> awaitResult();
      case ScriptLine.AwaitFailure() -> awaitFailure();
      case ScriptLine.Expect(String text) -> expect(text);
      case ScriptLine.ExpectNot(String text) -> expectNot(text);
      case ScriptLine.ExpectNoReply() -> expectNoReply();
      case ScriptLine.Save(var directory) -> {
        MessageView message = watch.newest(seat, Sounds::in)
            .orElseThrow(() -> new DemoException("there is no message with a sound"));
        var _ = Sounds.save(message, directory, conversation);
      }
    }
  }

  private void command(String text) throws DemoException, InterruptedException {
    act(text, () -> control.invoke(seat.member(), seat.channel(), text));
  }

  private void press(String button) throws DemoException, InterruptedException {
    MessageView message = having(button, true);
    act("presses [" + button + "]", () -> control.press(seat.member(), seat.channel(), message.id(), button));
    pressed = message.id();
  }

  private void choose(String select, List<String> labels) throws DemoException, InterruptedException {
    MessageView message = having(select, false);
    act("chooses " + String.join(", ", labels),
        () -> control.select(seat.member(), seat.channel(), message.id(), select, labels));
    pressed = message.id();
  }

  private void menu(String command) throws DemoException, InterruptedException {
    MessageView message = watch.newest(seat, found -> !found.ephemeral() && Sounds.in(found)).orElse(newest());
    act("chooses “" + command + "” from the message’s menu",
        () -> control.invokeOnMessage(seat.member(), seat.channel(), command, message.id()));
  }

  private void fill(String field, String text) throws DemoException {
    ModalView form = form().orElseThrow(() -> new DemoException("no form is open"));
    if (form.inputs().stream().noneMatch(input -> isNamed(input, field))) {
      throw new DemoException("the form has no field of this name, but: "
          + form.inputs().stream().map(ModalView.Input::label).collect(Collectors.joining(", ")));
    }
    form.inputs().stream().filter(input -> isNamed(input, field))
        .forEach(input -> filled.put(input.customId(), text));
  }

  private static boolean isNamed(ModalView.Input input, String name) {
    return input.label().equalsIgnoreCase(name) || input.customId().equals(name);
  }

  private void submit() throws DemoException, InterruptedException {
    String form = opener;
    if (form == null) {
      throw new DemoException("no form is open");
    }
    Map<String, String> values = Map.copyOf(filled);
    act("submits " + String.join(", ", values.values()), () -> control.submit(seat.member(), form, values));
  }

  /** Does something, and waits until the bot has answered it: the first word of it, where more follow. */
  private void act(String what, Supplier<Invocation> doing) throws DemoException, InterruptedException {
    watch.mark(seat);
    interaction = null;
    pressed = null;
    conversation.did(place(), seat.member(), what);
    switch (doing.get()) {
      case Invocation.Refused(String option, String sentence) -> {
        trouble = (option.isEmpty() ? "" : option + ": ") + sentence;
        conversation.said("Discord: " + trouble);
      }
      case Invocation.Sent(String id) -> {
        interaction = id;
        opener = null;
        filled.clear();
        answered(id);
      }
    }
  }

  private void answered(String id) throws InterruptedException {
    Optional<InteractionView> answer = watch.await(seat, patience.answer(), () -> Optional.of(control.interaction(id))
        .filter(view -> view.state() != InteractionView.State.WAITING)
        .filter(view -> view.responses().stream().noneMatch(MessageView::loading)));
    InteractionView view = answer.orElseGet(() -> control.interaction(id));
    if (view.state() == InteractionView.State.FAILED) {
      trouble = view.status();
      conversation.said("Discord: " + trouble);
    }
    ModalView form = view.modal();
    if (form != null) {
      opener = id;
      conversation.said(Reading.text(form));
    }
  }

  private Optional<ModalView> form() {
    return Optional.ofNullable(opener).flatMap(id -> Optional.ofNullable(control.interaction(id).modal()));
  }

  private void as(String member) throws DemoException {
    List<String> members = playground.discord().world().members();
    if (!members.contains(member)) {
      throw new DemoException("there is no such member, but " + String.join(", ", members));
    }
    seat = new Watch.Seat(member, seat.channel().startsWith("@") ? "@" + member : seat.channel());
  }

  private void in(String channel) throws DemoException {
    List<String> channels = playground.discord().world().channels().stream().filter(found -> !found.direct())
        .map(found -> "#" + found.name()).toList();
    if (!channels.contains("#" + channel)) {
      throw new DemoException("there is no such channel, but " + String.join(", ", channels));
    }
    seat = new Watch.Seat(seat.member(), channel);
  }

  private void awaitResult() throws DemoException, InterruptedException {
    MessageView found = watch.await(seat, patience.result(), () -> watch.changed(seat).stream()
        .filter(message -> Sounds.in(message) || message.component("Try again").isPresent()).findFirst())
        .orElseThrow(
            () -> new DemoException("no result came within " + patience.result().toSeconds() + " s;\n" + there()));
    watch.mark(found);
    if (!Sounds.in(found)) {
      throw new DemoException("instead of a result there was:\n" + watch.text(found));
    }
  }

  private void awaitFailure() throws DemoException, InterruptedException {
    MessageView found = watch.await(seat, patience.result(), () -> watch.changed(seat).stream()
        .filter(message -> !message.loading() && !message.embeds().isEmpty()).findFirst())
        .orElseThrow(
            () -> new DemoException("no failure came within " + patience.result().toSeconds() + " s;\n" + there()));
    watch.mark(found);
    if (Sounds.in(found)) {
      throw new DemoException("instead of a failure there was:\n" + watch.text(found));
    }
  }

  private void expect(String text) throws DemoException, InterruptedException {
    boolean seen = watch.await(seat, patience.answer(),
        () -> Optional.of(there()).filter(there -> oneLine(there).contains(oneLine(text)))).isPresent();
    if (!seen) {
      throw new DemoException("expected “" + text + "”, but there was:\n" + there());
    }
    trouble = "";
  }

  /** What goes away by a press, such as a deleted message, goes some time after the press was acknowledged. */
  private void expectNot(String text) throws DemoException, InterruptedException {
    boolean gone = watch.await(seat, patience.answer(),
        () -> Optional.of(there()).filter(there -> !oneLine(there).contains(oneLine(text)))).isPresent();
    if (!gone) {
      throw new DemoException("not expected, and yet there was:\n" + there());
    }
  }

  private void expectNoReply() throws DemoException {
    boolean replied = interaction != null && !control.interaction(interaction).responses().isEmpty();
    if (replied || form().isPresent()) {
      throw new DemoException("no reply was expected, and yet there was:\n" + there());
    }
  }

  /** What the member has in front of him now: what was refused, a form, the answer, the message that was pressed, the newest. */
  private String there() {
    List<String> texts = new ArrayList<>();
    if (!trouble.isEmpty()) {
      texts.add(trouble);
    }
    form().map(Reading::text).ifPresent(texts::add);
    List<MessageView> messages = watch.messages(seat);
    messages.stream().filter(message -> message.id().equals(pressed)
        || (interaction != null && interaction.equals(message.interactionId())) || message.equals(messages.getLast()))
        .map(watch::text).forEach(texts::add);
    return texts.isEmpty() ? "nothing" : String.join("\n", texts);
  }

  private MessageView having(String label, boolean button) throws DemoException {
    return watch.newest(seat, message -> message.component(label)
        .filter(found -> (found.type() == ComponentView.BUTTON) == button).isPresent())
        .orElseThrow(() -> new DemoException("no message here has it; the newest reads:\n" + there()));
  }

  private MessageView newest() throws DemoException {
    return watch.newest(seat, message -> !message.ephemeral())
        .orElseThrow(() -> new DemoException("the bot has no message here"));
  }

  private String place() {
    return seat.channel().startsWith("@") ? "Direct messages of " + seat.member() : "#" + seat.channel();
  }

  private static String oneLine(String text) {
    return text.replace("┃", " ").replaceAll("\\s+", " ").strip();
  }
}
