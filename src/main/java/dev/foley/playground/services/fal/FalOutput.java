package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Words what a finished job is answered with: the output of its model, or the error that it ended in. Thread-safe. */
final class FalOutput {
  private final RenderedClips clips;
  private final Supplier<URI> cdn;

  /** @param cdn root of the result files, without a trailing slash */
  FalOutput(RenderedClips clips, Supplier<URI> cdn) {
    this.clips = clips;
    this.cdn = cdn;
  }

  /** A file that comes within the answer may have to be waited for. */
  Reply of(FalJob job) {
    Reply reply = switch (job.end()) {
      case FalEnd.Failed failed -> FalErrors.reply(failed);
      case FalEnd.Sounded sounded -> Reply.json(200, output(job.model(), sounded));
    };
    FalJob.Bill bill = job.bill();
    return bill.refunded() || bill.billable().signum() == 0
        ? reply
        : reply.with("X-Fal-Billable-Units", bill.billable().toPlainString());
  }

  private ObjectNode output(FalModel model, FalEnd.Sounded sounded) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    if (sounded.shape() != FalEnd.Shape.NO_FILE) {
      ObjectNode file = output.putObject(model.outputField());
      if (sounded.shape() != FalEnd.Shape.NO_URL) {
        file.put("url", address(model, sounded));
      }
      file.put("content_type", contentType(model, sounded)).put("file_name", sounded.fileName());
      OptionalLong size = file(sounded, clips).knownLength();
      if (size.isPresent()) {
        file.put("file_size", size.getAsLong());
      } else {
        file.putNull("file_size"); // an MP3 that nobody has rendered yet
      }
    }
    if (model == FalModel.STABLE_AUDIO_25) {
      output.put("seed", sounded.seed());
    }
    return output;
  }

  private String address(FalModel model, FalEnd.Sounded sounded) {
    if (sounded.elsewhere() != null) {
      return sounded.elsewhere();
    }
    if (!sounded.inline()) {
      return cdn.get() + "/" + sounded.filePath();
    }
    try {
      return "data:" + contentType(model, sounded) + ";base64,"
          + Base64.getEncoder().encodeToString(file(sounded, clips).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ResultFile file(FalEnd.Sounded sounded, RenderedClips clips) {
    return new ResultFile(sounded.form(), sounded.clip(), clips);
  }

  /** What the example of each model has. */
  static String contentType(FalModel model, FalEnd.Sounded sounded) {
    if (sounded.form() == FileForm.WRONG_CONTENT_TYPE) {
      return "text/plain";
    }
    return model == FalModel.STABLE_AUDIO ? "application/octet-stream" : sounded.clip().coding().contentType();
  }
}
