package dev.foley.playground.discord;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as a member sees it.
 *
 * @param channel name of the channel
 * @param author user name
 * @param mentions user names of those whom it pings
 * @param ephemeral whether nobody but this viewer sees it
 * @param loading "Foley is thinking…"
 * @param unanswered the answer that was promised cannot come any more: "The application did not respond"
 * @param interactionId what it answers, if it answers one
 * @param replyTo id of the message that it is a reply to
 * @param edits how often it was changed after it had been complete
 */
public record MessageView(String id, String channel, String author, boolean bot, String content,
    List<EmbedView> embeds, List<ComponentView> components, List<AttachmentView> attachments, List<String> mentions,
    boolean mentionsEveryone, boolean ephemeral, boolean loading, boolean unanswered,
    @Nullable String interactionId, @Nullable String replyTo, String createdAt, @Nullable String editedAt, int edits) {
  public MessageView {
    embeds = List.copyOf(embeds);
    components = List.copyOf(components);
    attachments = List.copyOf(attachments);
    mentions = List.copyOf(mentions);
  }

  /** The component with this label or custom_id. */
  public Optional<ComponentView> component(String labelOrCustomId) {
    return components.stream().filter(component -> labelOrCustomId.equals(component.label())
        || labelOrCustomId.equals(component.customId())).findFirst();
  }
}
