package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.attachment.Attachments;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class PostgresAttachments implements Attachments, PanacheRepositoryBase<Attachment, UUID> {

    private static final int PIECE = 256 * 1024;

    private final DataSource database;

    @Inject
    PostgresAttachments(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(UUID id, InputStream bytes) throws IOException {
        String insert = "insert into attachment_piece (attachment_id, number, bytes) values (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            byte[] piece = new byte[PIECE];
            int number = 0;
            for (int size = bytes.readNBytes(piece, 0, PIECE); size > 0; size = bytes.readNBytes(piece, 0, PIECE)) {
                statement.setObject(1, id);
                statement.setInt(2, number++);
                statement.setBytes(3, size == PIECE ? piece : Arrays.copyOf(piece, size));
                statement.executeUpdate();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The file cannot be stored now", broken);
        }
    }

    @Override
    public InputStream read(UUID id) {
        return new PieceStream(database, id);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID id) {
        getEntityManager()
                .createNativeQuery("delete from attachment_piece where attachment_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    @Override
    public void add(Attachment attachment) {
        persist(attachment);
    }

    @Override
    public Optional<Attachment> find(String ticketId, UUID id) {
        return find("id = ?1 and ticketId = ?2", id, ticketId).firstResultOptional();
    }

    @Override
    public List<Attachment> of(String ticketId, long afterSequence, int limit) {
        return find("ticketId = ?1 and sequence > ?2 order by sequence", ticketId, afterSequence)
                .range(0, limit)
                .list();
    }

    @Override
    public long count(String ticketId) {
        return count("ticketId", ticketId);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Attachment> takeDueForExamination(Instant now) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select * from attachment where examine_at <= ?1
                        order by examine_at limit 1 for update skip locked""",
                        Attachment.class)
                .setParameter(1, now)
                .getResultStream()
                .findFirst();
    }
}
