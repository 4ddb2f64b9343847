-- Who was connected before connections were told: told once now, or nobody would fetch their plays before they sign in again.
INSERT INTO outbox (topic, message_key, schema_name, body)
SELECT 'people-changes', person_id, 'connection-changed.v1',
    CONCAT('{"person_id":"', person_id, '","connected":true,"change":0}')
FROM connections
WHERE NOT ended;
