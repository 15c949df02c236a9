package com.interspace.ticketing.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** A stored file, one piece in memory at a time; between two pieces it holds nothing of the database. */
final class PieceStream extends InputStream {

    private final DataSource database;
    private final UUID id;
    private byte[] piece = {};
    private int next;
    private int number;

    PieceStream(DataSource database, UUID id) {
        this.database = database;
        this.id = id;
    }

    @Override
    public int read() throws IOException {
        return atEnd() ? -1 : piece[next++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (atEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, buffer, offset, count);
        next += count;
        return count;
    }

    private boolean atEnd() throws IOException {
        if (next < piece.length) {
            return false;
        }
        if (piece.length == 0 && number > 0) {
            return true;
        }
        piece = fetch();
        number++;
        next = 0;
        return piece.length == 0;
    }

    private byte[] fetch() throws IOException {
        String ask = "select bytes from attachment_piece where attachment_id = ? and number = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setObject(1, id);
            statement.setInt(2, number);
            ResultSet found = statement.executeQuery();
            return found.next() ? found.getBytes(1) : new byte[0];
        } catch (SQLException broken) {
            throw new IOException("The stored file cannot be read now", broken);
        }
    }
}
