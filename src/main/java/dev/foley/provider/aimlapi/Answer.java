package dev.foley.provider.aimlapi;

import java.util.Optional;

/**
 * An HTTP answer, read.
 *
 * @param inferenceId the {@code x-inference-id} header: on a submit, the job's id
 * @param retryAfter that header, as it stands
 * @param body as much as came, and no more than the limit; a body cut short makes no complete JSON
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
record Answer(int status, Optional<String> inferenceId, Optional<String> retryAfter, byte[] body) {
  boolean successful() {
    return status >= 200 && status < 300;
  }
}
