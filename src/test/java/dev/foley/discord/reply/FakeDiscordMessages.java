package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Discord as a list of what was asked of it, answering what the test prepared. One thread at a time. */
final class FakeDiscordMessages implements DiscordMessages {
  final List<Post> posts = new ArrayList<>();
  final List<Notice> edits = new ArrayList<>();
  final List<String> replaced = new ArrayList<>();
  /** File names and nonces. */
  final List<String> spoken = new ArrayList<>();
  final Deque<Sent> answers = new ArrayDeque<>();
  /** Replies whose files come from elsewhere; the test reads and answers them. */
  final List<Ahead> ahead = new ArrayList<>();
  final List<OwnMessage> own = new ArrayList<>();
  Sent speechAnswer = new Sent.Posted(800);
  boolean cannotLook;
  /** What the next edit of a reply answers; completed by the test where it wants a slow one. */
  CompletableFuture<Optional<Sent.Refused>> editAnswer = CompletableFuture.completedFuture(Optional.empty());

  record Post(Place place, Notice notice, String nonce) {}

  record Ahead(Notice notice, FileSource files, Consumer<Sent> then) {}

  @Override
  public Sent send(Place place, Notice notice, String nonce) {
    posts.add(new Post(place, notice, nonce));
    @Nullable
    Sent answer = answers.poll();
    return answer == null ? new Sent.Posted(900) : answer;
  }

  @Override
  public Sent speak(ChannelId channel, VoiceMessages.Voice voice, String nonce) {
    spoken.add(voice.file().name() + " " + nonce);
    return speechAnswer;
  }

  @Override
  public Optional<List<OwnMessage>> ownMessages(Place place, long interactionId) {
    return cannotLook ? Optional.empty() : Optional.of(List.copyOf(own));
  }

  @Override
  public void replace(ChannelId channel, long messageId, String content) {
    replaced.add(messageId + ": " + content);
  }

  @Override
  public void editReply(Secret interactionToken, Notice notice, Consumer<Optional<Sent.Refused>> then) {
    edits.add(notice);
    CompletableFuture<Void> _ = editAnswer.thenAccept(then);
  }

  @Override
  public void replaceReply(Secret interactionToken, Notice notice, FileSource files, Consumer<Sent> then) {
    ahead.add(new Ahead(notice, files, then));
  }

  /** What each edit says below the prompt. */
  List<String> words() {
    return edits.stream().map(edit -> edit.card().description()).map(text -> text.substring(text.indexOf('\n') + 1))
        .toList();
  }
}
