package dev.foley.discord.look;

import dev.foley.discord.interaction.RestFailures;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to an interaction that has been acknowledged. Does not wait; an answer that is lost can be asked for again. */
final class PrivateAnswer {
  private static final Logger log = LoggerFactory.getLogger(PrivateAnswer.class);

  private PrivateAnswer() {}

  static void put(InteractionHook hook, MessageEditData answer) {
    hook.editOriginal(answer).queue(_ -> {}, failure -> log.atInfo()
        .addKeyValue("failure", RestFailures.meaning(failure)).log("An answer did not reach the member"));
  }

  static void say(InteractionHook hook, String sentence) {
    put(hook, MessageEditData.fromContent(sentence));
  }
}
