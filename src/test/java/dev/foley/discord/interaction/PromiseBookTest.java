package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromiseBookTest {
  private static final Promise PROMISE = promise(1_573_685_822_429_855_744L);

  private final List<Runnable> afterLastWords = new ArrayList<>();
  private Optional<PromiseBook> opened = Optional.empty();

  @TempDir
  private Path directory;

  @AfterEach
  void close() {
    opened.ifPresent(PromiseBook::close);
  }

  @Test
  void twoAtATimeHaveABookEach() {
    PromiseBook first = new PromiseBook(directory.resolve("new"), afterLastWords::add);
    PromiseBook second = new PromiseBook(directory.resolve("new"), afterLastWords::add);
    first.made(PROMISE);
    second.made(promise(2));
    assertThat(second.left()).isEmpty();
    first.close();
    second.close();

    assertThat(open().left()).extracting(Promise::interactionId).containsExactly(PROMISE.interactionId());
  }

  @Test
  void theNextProcessFindsWhatWasPromised() {
    open().made(PROMISE);

    List<Promise> left = open().left();

    assertThat(left).hasSize(1);
    assertThat(left.getFirst().token().reveal()).isEqualTo("token");
    assertThat(left.getFirst().interactionId()).isEqualTo(PROMISE.interactionId());
    assertThat(left.getFirst().channel()).isEqualTo(PROMISE.channel());
    assertThat(left.getFirst().locale()).isEqualTo(PROMISE.locale());
  }

  @Test
  void whatWasKeptIsForgottenOnceTheLastWordsAreSaid() {
    PromiseBook book = open();
    book.made(PROMISE);
    book.kept(PROMISE);
    passes();
    book.made(promise(2));
    book.kept(promise(2));

    passes();
    book.close();

    assertThat(open().left()).extracting(Promise::interactionId).containsExactly(2L);
  }

  @Test
  void thereIsATimerWhileSomethingWasKept() {
    PromiseBook book = open();
    for (int i = 0; i < 3; i++) {
      book.made(promise(i));
      book.kept(promise(i));
    }
    passes();
    passes();

    assertThat(afterLastWords).isEmpty();
    assertThat(open().left()).isEmpty();
  }

  /** A time for last words. */
  private void passes() {
    assertThat(afterLastWords).hasSize(1);
    afterLastWords.removeFirst().run();
  }

  @Test
  void whatIsLeftKeepsItsPlaceUntilItIsForgotten() {
    open().made(PROMISE);
    open().made(promise(2));
    PromiseBook next = open();
    assertThat(next.left()).extracting(Promise::interactionId).containsExactly(PROMISE.interactionId(), 2L);

    next.forget(PROMISE);
    next.made(promise(3));

    assertThat(open().left()).extracting(Promise::interactionId).containsExactly(3L, 2L);
  }

  @Test
  void aPlaceIsUsedAgainSoTheFileStaysSmall() throws IOException {
    PromiseBook book = open();
    LongStream.range(0, 10_000).mapToObj(PromiseBookTest::promise).forEach(promise -> {
      book.made(promise);
      book.forget(promise);
    });

    assertThat(Files.size(file())).isLessThan(2_000);
    assertThat(open().left()).isEmpty();
  }

  @Test
  void withoutRoomNothingIsLostButTheReminder() {
    PromiseBook book = open();
    book.made(new Promise(1, Secret.of("t".repeat(2_000)), new ChannelId(7), Locale.ENGLISH));
    LongStream.range(0, 9_000).mapToObj(PromiseBookTest::promise).forEach(book::made);

    assertThat(open().left()).hasSize(8_192).noneMatch(promise -> promise.token().reveal().startsWith("tt"));
  }

  @Test
  void whatWasNotWholeWhenItsProcessDiedIsDropped() throws IOException {
    open().made(PROMISE);
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[]{0, 3, 4, 20, 1_000}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(open().left()).isEmpty();
    }
    whole[3] = 5; // a length that is not the text's
    Files.write(file(), whole);
    assertThat(open().left()).isEmpty();
  }

  @Test
  void afterItsEndItHoldsStill() {
    PromiseBook book = open();
    book.made(PROMISE);
    book.close();

    book.forget(PROMISE);
    book.made(promise(2));

    assertThat(open().left()).extracting(Promise::interactionId).containsExactly(PROMISE.interactionId());
  }

  /** As the next process does: the last one has died. */
  private PromiseBook open() {
    opened.ifPresent(PromiseBook::close);
    PromiseBook book = new PromiseBook(directory.resolve("new"), afterLastWords::add);
    opened = Optional.of(book);
    return book;
  }

  private Path file() {
    return directory.resolve("new").resolve("book-0");
  }

  private static Promise promise(long interaction) {
    return new Promise(interaction, Secret.of("token"), new ChannelId(7), Locale.forLanguageTag("es-419"));
  }
}
