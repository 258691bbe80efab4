package dev.foley.check;

import dev.foley.discord.ApplicationFacts;
import dev.foley.discord.DiscordQuestionException;
import dev.foley.discord.DiscordQuestions;
import java.util.ArrayList;
import java.util.List;

/** Whether the application is set up so that the bot hears of commands, and can be added. */
public final class ApplicationProbe implements Probe {
  private static final String SUBJECT = "Application";

  private final DiscordQuestions discord;

  public ApplicationProbe(DiscordQuestions discord) {
    this.discord = discord;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    try {
      return judged(discord.application());
    } catch (DiscordQuestionException e) {
      return DiscordTrouble.besides(SUBJECT, e);
    }
  }

  /** Places are those of the developer portal. */
  static Finding judged(ApplicationFacts application) {
    if (application.hasEndpoint()) {
      return Finding.problem(SUBJECT,
          "Has an Interactions Endpoint URL: Discord sends commands there, and the bot hears none.",
          "Empty that field on the page General Information.");
    }
    if (application.needsCodeGrant()) {
      return Finding.problem(SUBJECT, "Requires an OAuth2 code grant, so no invitation works.",
          "Switch that off on the page Bot.");
    }
    if (!application.forServers() && !application.forMembers()) {
      return Finding.problem(SUBJECT, "Can be installed nowhere.",
          "On the page Installation choose Guild Install, and User Install too if members may add it for themselves.");
    }
    return judgedInstallable(application);
  }

  private static Finding judgedInstallable(ApplicationFacts application) {
    List<String> words = new ArrayList<>();
    List<String> advice = new ArrayList<>();
    if (!application.forServers()) {
      words.add("Guild Install is off: no server can add it.");
      advice.add("Choose Guild Install on the page Installation.");
    }
    if (!application.lackingByDefault().isEmpty()) {
      words.add("Its own install link asks for too little: " + String.join(", ", application.lackingByDefault())
          + " missing.");
      advice.add("Add that on the page Installation, under Default Install Settings, or use the link below.");
    }
    if (!application.forMembers()) {
      words.add("User Install is off: it works in servers that add it, and nowhere else.");
      advice.add("To let members use it everywhere, choose User Install on the page Installation.");
    }
    if (!words.isEmpty()) {
      return Finding.warning(SUBJECT, String.join(" ", words), String.join(" ", advice));
    }
    return Finding.ok(SUBJECT, application.name() + ", for servers and for members"
        + (application.isPublic() ? "." : "; private, so only its owner can add it.")
        + (application.privilegedIntents().isEmpty()
            ? ""
            : " Foley does not need the " + String.join(", ", application.privilegedIntents()) + "."));
  }
}
