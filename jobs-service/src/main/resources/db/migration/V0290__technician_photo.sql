-- Who is coming, as a customer will see them at the door.
create table technician_photo (
  technician_id uuid primary key references technician,
  media_type    text not null check (media_type in ('image/jpeg', 'image/png')),
  content       bytea not null,
  tag           text not null,
  updated_at    timestamptz not null
);
