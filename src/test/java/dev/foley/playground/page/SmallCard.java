package dev.foley.playground.page;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.TimeFormat;
import okhttp3.MediaType;

/** A card as bots that make sounds put it: picture, figures, sound, and what can be done with it. */
final class SmallCard {
  private static final int SAMPLE_RATE = 44_100;

  private SmallCard() {}

  static MessageEmbed embed() {
    return new EmbedBuilder().setTitle("Music").setDescription("“warm piano”\n-# made in 5 s").setColor(0x5B4BD6)
        .addField("Length", "1.0 s", true).addField("Format", "WAV", true)
        .addField("Kept until", TimeFormat.RELATIVE.format(Instant.now().plusSeconds(40)), true)
        .setImage("attachment://wave.png").setFooter("stable-audio · 0S9YBHABDH4JW").build();
  }

  static List<ActionRow> buttons() {
    return List.of(
        ActionRow.of(Button.primary("again", "Again"), Button.secondary("edit-it", "Edit"),
            Button.secondary("longer", "Longer").asDisabled(), Button.secondary("details", "Details"),
            Button.danger("delete", "Delete")),
        ActionRow.of(Button.link("https://example.com/sound.wav", "Download")));
  }

  static FileUpload voice() {
    byte[] waveform = new byte[64];
    for (int i = 0; i < waveform.length; i++) {
      waveform[i] = (byte) (255 * Math.abs(Math.sin(i / 6.0)));
    }
    return FileUpload.fromData(tone(), "voice-message.wav").asVoiceMessage(MediaType.get("audio/wav"), waveform,
        Duration.ofSeconds(1));
  }

  static byte[] tone() {
    byte[] samples = new byte[SAMPLE_RATE * 4];
    for (int i = 0; i < samples.length / 2; i++) {
      short level = (short) (8_000 * Math.sin(i / 30.0) * (1 - i * 2.0 / samples.length));
      samples[2 * i] = (byte) level;
      samples[2 * i + 1] = (byte) (level >> 8);
    }
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    try {
      WavWriter.write(new PcmClip(PcmFormat.CD, samples), wav);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wav.toByteArray();
  }
}
