package dev.foley.discord.help;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Wording;
import java.util.List;
import java.util.Optional;

/** What the pages of {@code /help} say, by its keys in {@code help.properties}. */
public enum HelpText implements Wording {
  OTHER("menu.other"),
  START_BEGIN("start.begin"),
  START_THEN("start.then"),
  NOTHING_SET_UP("nothing.set-up"),
  WRITE_MUSIC("write.MUSIC"),
  WRITE_SOUND("write.SOUND"),
  WRITE_SPEECH("write.SPEECH"),
  MUSIC_1("example.MUSIC_1"),
  MUSIC_2("example.MUSIC_2"),
  MUSIC_3("example.MUSIC_3"),
  SOUND_1("example.SOUND_1"),
  SOUND_2("example.SOUND_2"),
  SOUND_3("example.SOUND_3"),
  SPEECH_1("example.SPEECH_1"),
  SPEECH_2("example.SPEECH_2"),
  OPTIONS_OF("options.of"),
  OPTIONS_BEGIN("options.begin"),
  OPTION("options.line"),
  OPTION_RANGE("options.range"),
  NUMBERS("options.numbers"),
  WORDS("options.words"),
  FLAG("options.flag"),
  VOICE("options.voice"),
  MORE("options.more"),
  BUTTONS_BEGIN("buttons.begin"),
  BUTTON("buttons.line"),
  BUTTONS_END("buttons.end"),
  CANCEL("button.CANCEL"),
  CANCEL_DOES("button.CANCEL.does"),
  RETRY("button.RETRY"),
  RETRY_DOES("button.RETRY.does"),
  AGAIN("button.AGAIN"),
  AGAIN_DOES("button.AGAIN.does"),
  EDIT("button.EDIT"),
  EDIT_DOES("button.EDIT.does"),
  LONGER("button.LONGER"),
  LONGER_DOES("button.LONGER.does"),
  DETAILS("button.DETAILS"),
  DETAILS_DOES("button.DETAILS.does"),
  DELETE("button.DELETE"),
  DELETE_DOES("button.DELETE.does"),
  COST_BEGIN("cost.begin"),
  LIMITS("cost.limits"),
  MEMBER_DAILY("cost.member-daily"),
  MEMBER_MONTHLY("cost.member-monthly"),
  GUILD_DAILY("cost.guild-daily"),
  GUILD_MONTHLY("cost.guild-monthly"),
  CONFIRM("cost.confirm"),
  PENDING_MEMBER("cost.pending-member"),
  PENDING_CHANNEL("cost.pending-channel"),
  COOLDOWN("cost.cooldown"),
  RENEWAL("cost.renewal"),
  PRIVACY("privacy.text"),
  SETTINGS_BEGIN("settings.text"),
  SETTING("settings.line");

  static final String BUNDLE = "help";

  private final String key;

  HelpText(String key) {
    this.key = key;
  }

  /** How to write for it. */
  static HelpText writing(CommandForm form) {
    return switch (form) {
      case MUSIC -> WRITE_MUSIC;
      case SOUND -> WRITE_SOUND;
      case SPEAK -> WRITE_SPEECH;
    };
  }

  /** Whole commands, the plainest first. */
  static List<HelpText> examples(CommandForm form) {
    return switch (form) {
      case MUSIC -> List.of(MUSIC_1, MUSIC_2, MUSIC_3);
      case SOUND -> List.of(SOUND_1, SOUND_2, SOUND_3);
      case SPEAK -> List.of(SPEECH_1, SPEECH_2);
    };
  }

  /**
   * A button's name and what it does.
   *
   * @return empty for those that explain themselves where they stand: answers to a question, and leafing
   */
  static Optional<Label> label(ButtonAction action) {
    return switch (action) {
      case CANCEL -> Optional.of(new Label(CANCEL, CANCEL_DOES));
      case RETRY -> Optional.of(new Label(RETRY, RETRY_DOES));
      case AGAIN -> Optional.of(new Label(AGAIN, AGAIN_DOES));
      case EDIT -> Optional.of(new Label(EDIT, EDIT_DOES));
      case LONGER -> Optional.of(new Label(LONGER, LONGER_DOES));
      case DETAILS -> Optional.of(new Label(DETAILS, DETAILS_DOES));
      case DELETE -> Optional.of(new Label(DELETE, DELETE_DOES));
      case CONFIRM, DISMISS, HISTORY, SHOW, QUEUE, FORGET -> Optional.empty();
    };
  }

  /** Both words of a button. */
  record Label(HelpText name, HelpText does) {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return BUNDLE;
  }
}
