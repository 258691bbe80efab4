package dev.foley.discord.interaction;

import dev.foley.provider.SoundKind;
import java.util.List;

/** How members ask for a kind of sound: the command, and its options in the order in which they are offered. */
public enum CommandForm {
  MUSIC(SoundKind.MUSIC, "music", "prompt",
      "model seconds steps seed guidance start negative lyrics format takes private"),
  SOUND(SoundKind.SOUND, "sound", "prompt", "model seconds influence steps seed loop takes private"),
  SPEAK(SoundKind.SPEECH, "speak", "text",
      "voice model stability similarity style speed language seed private");

  private final SoundKind kind;
  private final String command;
  private final String prompt;
  private final String options;

  CommandForm(SoundKind kind, String command, String prompt, String options) {
    this.kind = kind;
    this.command = command;
    this.prompt = prompt;
    this.options = options;
  }

  public static CommandForm of(SoundKind kind) {
    return switch (kind) {
      case MUSIC -> MUSIC;
      case SOUND -> SOUND;
      case SPEECH -> SPEAK;
    };
  }

  public SoundKind kind() {
    return kind;
  }

  /** Without the slash. */
  public String command() {
    return command;
  }

  /** The option that takes the words, which alone is required. */
  public String prompt() {
    return prompt;
  }

  /** The others; one that no model has is not registered. */
  public List<String> options() {
    return List.of(options.split(" "));
  }
}
