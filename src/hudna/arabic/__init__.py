"""The Arabic language pack: all knowledge of Arabic, each room with its tables, rules and cases side by side."""
