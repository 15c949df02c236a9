package com.interspace.notification.usecase;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.notification.audience.Document;
import com.interspace.notification.channel.Attachment;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.channel.Gone;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.channel.Refused;
import com.interspace.notification.channel.Withheld;
import com.interspace.notification.delivery.Documents;
import com.interspace.notification.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes one attempt to deliver one message, outside any transaction, and has the outcome written down. */
@ApplicationScoped
public class DeliverMessage {

    private final Documents documents;
    private final RecordDelivery record;

    @Inject
    DeliverMessage(Documents documents, RecordDelivery record) {
        this.documents = documents;
        this.record = record;
    }

    /** @return how the attempt ended: sent, refused, withheld or postponed */
    public String deliver(Message message, Channel channel) {
        try {
            Attachment attachment = message.document().map(this::attach).orElse(null);
            channel.send(message, attachment);
            record.sent(message.id());
            return "sent";
        } catch (Refused refused) {
            record.refused(message.id(), refused.getMessage());
            return "refused";
        } catch (Gone gone) {
            record.gone(message.id(), gone.getMessage());
            return "refused";
        } catch (Withheld withheld) {
            record.withheld(message.id(), withheld.getMessage());
            return "withheld";
        } catch (NotNow notNow) {
            record.postponed(message.id(), notNow.getMessage());
            return "postponed";
        }
    }

    private Attachment attach(Document document) {
        byte[] bytes = documents.fetch(document);
        if (!Sha256.of(bytes).equals(document.pdfSha256())) {
            throw new NotNow("The document " + document.number() + " is not the one that was issued: its hash differs");
        }
        return new Attachment(document.fileName(), bytes);
    }
}
