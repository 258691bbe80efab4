package dev.foley.playground.demo;

import java.nio.file.Path;
import java.util.List;

/** What one line of a script lets a member do, or wants to be seen. */
sealed interface ScriptLine {
  /** Printed above what follows. */
  record Heading(String text) implements ScriptLine {}

  /** A command as it is typed, with its slash. */
  record Command(String text) implements ScriptLine {}

  /** A button, by its label, of the newest message that has it. */
  record Press(String button) implements ScriptLine {}

  /** Lines of a select, by placeholder and labels, of the newest message that has it. */
  record Choose(String select, List<String> labels) implements ScriptLine {
    public Choose {
      labels = List.copyOf(labels);
    }
  }

  /** A command from the menu of the newest message with a sound, or else of the bot's newest. */
  record Menu(String command) implements ScriptLine {}

  /** A field of the form that is open, by its label or custom_id. */
  record Fill(String field, String text) implements ScriptLine {}

  /** Sends the form that is open. */
  record Submit() implements ScriptLine {}

  /** Whose part is played from here on. */
  record As(String member) implements ScriptLine {}

  /** Where, from here on. */
  record In(String channel) implements ScriptLine {}

  /** In one's direct messages with the bot, from here on. */
  record InDirect() implements ScriptLine {}

  /** The language of the member's client, from here on. */
  record Language(String locale) implements ScriptLine {}

  /** {@code kill -9}, and a new process on the same data. */
  record RestartBot() implements ScriptLine {}

  /** The next job at the AIML API, which is asked unless a model of another service is chosen, ends in an error. */
  record NextJobFails() implements ScriptLine {}

  /** The bot's newest message in the channel is taken away. */
  record DeleteMessage() implements ScriptLine {}

  /** A sound that was not there at the member's last act. */
  record AwaitResult() implements ScriptLine {}

  /** A last word without a sound. */
  record AwaitFailure() implements ScriptLine {}

  record Expect(String text) implements ScriptLine {}

  record ExpectNot(String text) implements ScriptLine {}

  /** The bot has taken notice of the last act, without a message for it. */
  record ExpectNoReply() implements ScriptLine {}

  /** Saves the sounds of the newest message that has any. */
  record Save(Path directory) implements ScriptLine {}
}
